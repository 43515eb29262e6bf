/** Word tables: `scripts/vite/tables.ts` turns them into data when built. The importing module states the table's type once. */
declare module '*.yml' {
  const table: unknown;
  export default table;
}
