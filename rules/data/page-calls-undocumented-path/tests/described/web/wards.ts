export const all = () => fetch("/api/wards");
export const out = () => fetch("/logout");
export const text = () => fetch("/locales/en.json");
export const other = () => fetch("https://api.service.nhs.uk/x");
