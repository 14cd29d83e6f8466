class Mail {
    void send(MailSender sender, Connection connection, Cookie kept) {
        // ok: cookie-flags-switched-off
        sender.setSecure(false);
        // ok: cookie-flags-switched-off
        connection.setSecure(false);
        // ruleid: cookie-flags-switched-off
        kept.setSecure(false);
    }
}
