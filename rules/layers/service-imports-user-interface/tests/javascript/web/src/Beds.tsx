export const bedLabel = (number: number) => `Bed ${number}`;
export const Beds = () => <p>{bedLabel(1)}</p>;
