package cn.yuanlin.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
    @Test
    void addsYuanThatDoublesCannot() {
        assertThat(Money.ofYuan(new BigDecimal("0.1")).plus(Money.ofYuan(new BigDecimal("0.2"))))
                .isEqualTo(new Money(30));
    }

    @Test
    void refusesPartsOfAFen() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofYuan(new BigDecimal("0.001")));
        assertThat(Money.ofYuan(new BigDecimal("1.500"))).isEqualTo(new Money(150));
    }

    @Test
    void neverWrapsAround() {
        var most = new Money(Long.MAX_VALUE);
        var least = new Money(Long.MIN_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(new Money(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.minus(new Money(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(least::negated);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Area(Long.MAX_VALUE).plus(new Area(1)));
    }

    @Test
    void showsMoneyInYuanAndAreasInSquareMetres() {
        assertThat(new Money(90)).hasToString("¥0.90");
        assertThat(new Money(-123_456)).hasToString("-¥1234.56");
        assertThat(new Area(8_950)).hasToString("89.50 m²");
    }

    @Test
    void readsAreasToTheSquareDecimetre() {
        assertThat(Area.ofSquareMetres(new BigDecimal("89.5"))).isEqualTo(new Area(8_950));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Area.ofSquareMetres(new BigDecimal("89.505")));
        assertThatIllegalArgumentException().isThrownBy(() -> Area.ofSquareMetres(new BigDecimal("-1")));
    }
}
