package uk.riverside.hub;

/** Modulus 11, as the NHS Data Dictionary has it. */
public final class NhsNumber {

    private NhsNumber() {
    }

    public static boolean isValid(String number) {
        if (!number.matches("[0-9]{10}")) {
            return false;
        }
        int total = 0;
        for (int index = 0; index < 9; index++) {
            total += (number.charAt(index) - '0') * (10 - index);
        }
        int check = 11 - total % 11;
        if (check == 11) {
            check = 0;
        }
        return check != 10 && check == number.charAt(9) - '0';
    }
}
