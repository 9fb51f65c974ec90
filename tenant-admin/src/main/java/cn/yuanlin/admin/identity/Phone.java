package cn.yuanlin.admin.identity;

import java.util.regex.Pattern;

/** A mobile number of the mainland: eleven digits. Shows itself masked; who needs all of it asks for {@link #number()}. */
record Phone(String number) {
    private static final Pattern FORM = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+?86[- ]?)?(1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4})");

    Phone {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    /** As people and WeChat write it: with or without country code, in groups or not. */
    static Phone parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
        return new Phone(written.group(1).replaceAll("[- ]", ""));
    }

    @Override
    public String toString() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }
}
