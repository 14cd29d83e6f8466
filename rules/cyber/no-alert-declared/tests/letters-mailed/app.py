import logging
import smtplib


def send(letter):
    logging.error("not sent")
    smtplib.SMTP("mail").sendmail("wards@example.org", "patient@example.org", letter)
