export const SYSTEM = "https://supplier.example/codes/read-codes";
