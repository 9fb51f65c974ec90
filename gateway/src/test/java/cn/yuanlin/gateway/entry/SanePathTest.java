package cn.yuanlin.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a/b/",
                "/a.b/..c/d..",
                "/%E5%B0%8F%E5%8C%BA",
                "/a%20b+c",
                "/a:b@c,d=e&f!$'()*~",
                "/...",
                "/a%2bb"
            })
    void acceptsWhatEveryServerReadsAlike(String path) {
        assertThat(SanePath.accepts(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//",
                "/a//b",
                "/.",
                "/..",
                "/a/./b",
                "/a/../b",
                "/a/..",
                "/%2e",
                "/a%2Fb",
                "/a%5Cb",
                "/a%00",
                "/a%0a",
                "/a%7f",
                "/a%25",
                "/a;b",
                "/a%3bb",
                "/a\\b",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a b",
                "/区",
                "/a\u007f"
            })
    void refusesWhatMayBeReadInTwoWays(String path) {
        assertThat(SanePath.accepts(path)).isFalse();
    }
}
