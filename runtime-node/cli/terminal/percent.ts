/** A share, 0 to 1, as in `97.0 %`. */
export function percent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)} %`;
}
