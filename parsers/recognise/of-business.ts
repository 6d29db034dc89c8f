/** Whether a text begins with a deciding word that only says which meeting or business: "ADJOURNED MEETING", "DEFERRED ITEMS" decide nothing. */
export const isOfBusiness = (text: string): boolean => OF_BUSINESS.test(text)

const OF_BUSINESS =
  /^(?:adjourned|deferred|postponed)\s(?:\p{L}+\s)?(?:meetings?|sessions?|sittings?|hearings?|items?|matters|business)\b/iu
