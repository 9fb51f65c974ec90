package cn.yuanlin.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Exclusive floor area in dm² (0.01 m²), the precision of the deed; never negative. In JSON a plain number of dm². */
public record Area(@JsonValue long squareDecimetres) implements Comparable<Area> {
    public static final Area ZERO = new Area(0);

    /** @throws IllegalArgumentException if negative */
    public Area {
        if (squareDecimetres < 0) throw new IllegalArgumentException("an area is not negative");
    }

    /**
     * @throws ArithmeticException if there are more than two decimals, or the area leaves the range of a long
     * @throws IllegalArgumentException if negative
     */
    public static Area ofSquareMetres(BigDecimal squareMetres) {
        return new Area(squareMetres.movePointRight(2).longValueExact());
    }

    /** @throws ArithmeticException if the sum leaves the range of a long */
    public Area plus(Area other) {
        return new Area(Math.addExact(squareDecimetres, other.squareDecimetres));
    }

    public BigDecimal squareMetres() {
        return BigDecimal.valueOf(squareDecimetres, 2);
    }

    @Override
    public int compareTo(Area other) {
        return Long.compare(squareDecimetres, other.squareDecimetres);
    }

    /** In square metres with two decimals, such as {@code 89.50 m²}. */
    @Override
    public String toString() {
        return squareMetres().toPlainString() + " m²";
    }
}
