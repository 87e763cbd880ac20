/** Where a connection is, chosen among the others. */
export function connectionPath(id: string): string {
  return `/connections?selected=${encodeURIComponent(id)}`;
}

/** Where the permissions are that a connection needs. */
export function permissionsPath(id: string): string {
  return `/connections/${encodeURIComponent(id)}/permissions`;
}
