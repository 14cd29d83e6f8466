class Mapper {
    String number(Row row) {
        // ruleid: short-nhs-number-filled-up
        return StringUtils.leftPad(row.getNhsNumber(), 10, "0");
    }

    String written(long nhsNumber) {
        // ruleid: short-nhs-number-filled-up
        return String.format("%010d", nhsNumber);
    }

    String sequence(long batch) {
        // ok: short-nhs-number-filled-up
        return String.format("%010d", batch);
    }
}
