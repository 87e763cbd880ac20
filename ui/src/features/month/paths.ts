/** The page Costs. */
export const COSTS = "/costs";
