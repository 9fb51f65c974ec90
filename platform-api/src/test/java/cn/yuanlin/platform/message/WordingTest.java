package cn.yuanlin.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Template OPENED = new Template(
            "ballot.opened",
            "{ballot}开始了",
            "{ballot}已开始，请在{until}前提交。",
            "/ballot?id={id}",
            Map.of("thing1", "{ballot}"),
            List.of(Channel.WECHAT));

    @Test
    void eachPlaceGetsItsValueAsItIs() {
        var wording = Wording.of(OPENED, Map.of("ballot", "电梯$1{id}", "until", "11月30日 12:00", "id", 7));
        assertThat(wording.title()).isEqualTo("电梯$1{id}开始了");
        assertThat(wording.body()).isEqualTo("电梯$1{id}已开始，请在11月30日 12:00前提交。");
        assertThat(wording.link()).isEqualTo("/ballot?id=7");
        assertThat(wording.fields()).containsExactly(Map.entry("thing1", "电梯$1{id}"));
    }

    @Test
    void aPlaceWithoutAValueIsAFaultOfTheFeature() {
        assertThatThrownBy(() -> Wording.of(OPENED, Map.of("ballot", "电梯", "id", 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{until}");
    }

    @Test
    void titlesHaveFiftyCharactersAtMostWhateverTheirBytes() {
        var template = Template.inbox("t", "{title}", "内容");
        assertThat(Wording.of(template, Map.of("title", "𠮷".repeat(50))).title())
                .hasSize(100);
        assertThatThrownBy(() -> Wording.of(template, Map.of("title", "字".repeat(51))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWechatWouldRefuseIsCut() {
        assertThat(WechatChannel.fitted("thing1", "字".repeat(20))).isEqualTo("字".repeat(20));
        assertThat(WechatChannel.fitted("thing1", "字".repeat(21))).isEqualTo("字".repeat(19) + "…");
        var time = "2026年11月22日 12:00 到 13:00";
        assertThat(WechatChannel.fitted("time2", time)).isEqualTo(time);
    }

    @Test
    void equalAudiencesAreKnownAgain() {
        var one = new Audience.Persons(Set.of("b", "a"));
        assertThat(one.kept()).containsExactly("PERSONS", "a", "b");
        assertThat(Audience.of(one.kept())).isEqualTo(one);
        assertThat(one.hash()).isEqualTo(new Audience.Persons(Set.of("a", "b")).hash());
        var owners = Audience.everybodyWith(Role.OWNER, Role.COMMITTEE);
        assertThat(Audience.of(owners.kept())).isEqualTo(owners);
        assertThat(owners.hash())
                .isNotEqualTo(Audience.everybodyWith(Role.OWNER).hash());
        assertThatThrownBy(() -> new Audience.Persons(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFixedAudienceIsWalkedThroughInTheOrderOfItsBytes() {
        var sorted = List.of("B", "a", "é", "\uffee", "😀").stream()
                .sorted(Utf8Order.INSTANCE)
                .toList();
        assertThat(sorted).containsExactly("B", "a", "é", "\uffee", "😀");
        assertThat(Broadcast.slice(sorted, null, 2)).containsExactly("B", "a");
        assertThat(Broadcast.slice(sorted, "a", 2)).containsExactly("é", "\uffee");
        assertThat(Broadcast.slice(sorted, "😀", 2)).isEmpty();
    }

    @Test
    void aCauseIsShortEnoughToBeKept() {
        assertThat(new Cause("ballot.opened", 7)).hasToString("ballot.opened:7");
        assertThatThrownBy(() -> new Cause("t", "x".repeat(199))).isInstanceOf(IllegalArgumentException.class);
    }
}
