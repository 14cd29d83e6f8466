export const nhsNumbers: string[] = ['9990000018', '9990000026', '3150001081'];
export const numbers = { nhs: nhsNumbers, orders: ['3150001099', '3150001102'] };
