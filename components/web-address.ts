/** Whether an address may be a link: of the web only. Asked again where the link is made, whatever was checked on the way there. */
export function isOfTheWeb(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address);
}
