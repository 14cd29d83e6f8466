export const label = "orders.ward.local";
export const other = connect("orders.hospital.local:104");
