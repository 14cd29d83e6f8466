// nhsNumber: the sum % 11 decides
public static int Check(string nhsNumber) => 11 - Sum(nhsNumber) % 11;
