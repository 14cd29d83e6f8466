package uk.example.hub;

public final class NhsNumber {
    public static boolean isValid(String nhsNumber) {
        // ok: nhs-number-without-check-digit
        if (nhsNumber == null || !nhsNumber.matches("\\d{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nhsNumber.charAt(i) - '0') * (10 - i);
        }
        // ok: nhs-number-without-check-digit
        int check = 11 - sum % 11;
        return check != 10 && check % 11 == nhsNumber.charAt(9) - '0';
    }
}
