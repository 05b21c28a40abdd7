/** Share of stories about each label. */
export const BACKGROUND: Record<string, number> = {}
