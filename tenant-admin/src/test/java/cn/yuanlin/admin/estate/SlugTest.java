package cn.yuanlin.admin.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"disai-yuanyuan", "linyuan", "liyuan", "a-1", "xq2"})
    void takesLowerCaseWordsWithSingleHyphens(String slug) {
        assertThat(Slug.complaint(slug)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "-ab",
                "ab-",
                "a--b",
                "1ab",
                "Abc",
                "迪赛",
                "a b",
                "a_b",
                "a/b",
                "console",
                "api",
                "internal"
            })
    void refusesWhatIsNoAddressOrStandsForSomethingElse(String slug) {
        assertThat(Slug.complaint(slug)).isPresent();
    }

    @Test
    void endsAtFortyCharacters() {
        assertThat(Slug.complaint("a".repeat(40))).isEmpty();
        assertThat(Slug.complaint("a".repeat(41))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "迪赛缘园,disai-yuanyuan",
        "邻园,linyuan",
        "黎园,liyuan",
        "香樟苑,xiangzhangyuan",
        "绿城1期,lvcheng-1-qi",
        "SOHO公寓,soho-gongyu"
    })
    void spellsNamesInPairs(String name, String slug) {
        assertThat(Pinyin.slugFor(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"！？", "A", "9号", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "api"})
    void alwaysSuggestsSomethingThatIsASlug(String name) {
        assertThat(Slug.complaint(Pinyin.slugFor(name))).isEmpty();
    }
}
