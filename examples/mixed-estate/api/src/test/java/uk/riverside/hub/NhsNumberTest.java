package uk.riverside.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "9990000026", "9999999999"})
    void acceptsTheRightCheckDigit(String number) {
        assertThat(NhsNumber.isValid(number)).isTrue();
    }

    @Test
    void refusesANumberWhoseCheckDigitWouldBeTen() {
        assertThat(NhsNumber.isValid("9990000000")).isFalse();
    }
}
