class Spine {
    static final String MHS = "https://mhs.spine2.ncrs.nhs.uk/reliablemessaging/reliablerequest";
}
