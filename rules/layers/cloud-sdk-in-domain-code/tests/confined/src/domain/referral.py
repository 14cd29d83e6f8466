def accept(referral, outbox):
    outbox.add(referral.id)
