/** Where a connection is, chosen among the others. */
export function connectionPath(id: string): string {
  return `/connections?selected=${encodeURIComponent(id)}`;
}
