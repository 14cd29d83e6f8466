class CancelReceiptPanel {
    // ok: home-made-password-check
    public int checkPassword(String newPassword)
    {
        return theOption.passwd_cancel_receipt.compareTo(newPassword);
    }
}
