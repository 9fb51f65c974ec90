package cn.yuanlin.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageApiTest extends MessageTest {
    private static final String ME = "/api/estates/disai-yuanyuan/me";
    private static final Template NOTICE =
            new Template("test.notice", "{title}", "正文", "/notice?id={title}", Map.of(), List.of());

    private final String person = "inbox-" + UUID.randomUUID();
    private final String other = "inbox-" + UUID.randomUUID();

    @BeforeEach
    void guests() {
        Members.admit(http(), DISAI, person, Role.GUEST);
        Members.admit(http(), DISAI, other, Role.RESIDENT);
    }

    @Test
    void theInboxShowsTheNewestFirstPageByPage() {
        for (var title : List.of("一", "二", "三")) told(title);
        var first = as(person).get(ME + "/messages?limit=2");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("title").asString()))
                .containsExactly("三", "二");
        var newest = first.json().path("items").path(0);
        assertThat(newest.path("template").asString()).isEqualTo("test.notice");
        assertThat(newest.path("body").asString()).isEqualTo("正文");
        assertThat(newest.path("link").asString()).isEqualTo("/notice?id=三");
        assertThat(newest.path("readAt").isNull()).isTrue();
        var second = as(person)
                .get(ME + "/messages?limit=2&after=" + first.json().path("next").asString());
        assertThat(second.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("title").asString()))
                .containsExactly("一");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(as(other).get(ME + "/messages").json().path("items")).isEmpty();
    }

    @Test
    void isReadByItsReaderAloneAndOnce() {
        told("读我");
        var message = as(person)
                .get(ME + "/messages")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var path = ME + "/messages/" + message + "/reading";
        assertThat(as(other).post(path, null).status()).isEqualTo(404);
        assertThat(as(person).post(path, null).status()).isEqualTo(204);
        var readAt = readAt();
        assertThat(readAt).isNotEmpty();
        assertThat(as(person).post(path, null).status()).isEqualTo(204);
        assertThat(readAt()).isEqualTo(readAt);
    }

    @Test
    void whoHasSaidNothingIsLeftInPeaceAtNight() {
        var settings = as(person).get(ME + "/message-settings").json();
        assertThat(settings.path("quietFrom").asString()).isEqualTo("22:00");
        assertThat(settings.path("quietTo").asString()).isEqualTo("08:00");
        assertThat(settings.path("channels").valueStream().map(channel -> channel.asString()))
                .containsExactly("WECHAT", "SMS");
    }

    @Test
    void settingsAreAsTheyWereLastSaid() {
        var wanted = Map.of("quietFrom", "21:30", "quietTo", "07:05", "channels", List.of("SMS"));
        assertThat(as(person).put(ME + "/message-settings", wanted).status()).isEqualTo(204);
        assertThat(as(person).put(ME + "/message-settings", wanted).status()).isEqualTo(204);
        var settings = as(person).get(ME + "/message-settings").json();
        assertThat(settings.path("quietFrom").asString()).isEqualTo("21:30");
        assertThat(settings.path("quietTo").asString()).isEqualTo("07:05");
        assertThat(settings.path("channels").valueStream().map(channel -> channel.asString()))
                .containsExactly("SMS");
        assertThat(as(other)
                        .get(ME + "/message-settings")
                        .json()
                        .path("quietFrom")
                        .asString())
                .isEqualTo("22:00");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        for (var wrong : List.of(
                Map.of("quietFrom", "24:00", "quietTo", "08:00", "channels", List.of()),
                Map.of("quietFrom", "22:00", "quietTo", "8", "channels", List.of()),
                Map.of("quietTo", "08:00", "channels", List.of()),
                Map.of("quietFrom", "22:00", "quietTo", "08:00"),
                Map.of("quietFrom", "22:00", "quietTo", "08:00", "channels", List.of("PIGEON"))))
            assertThat(as(person).put(ME + "/message-settings", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
    }

    private void told(String title) {
        var before = inboxOf(person);
        inEstate(
                disai(),
                () -> messages.tell(
                        new Cause("test", UUID.randomUUID()),
                        new Audience.Persons(Set.of(person)),
                        NOTICE,
                        Map.of("title", title)));
        await().untilAsserted(() -> assertThat(inboxOf(person)).isEqualTo(before + 1));
    }

    private String readAt() {
        return as(person)
                .get(ME + "/messages")
                .json()
                .path("items")
                .path(0)
                .path("readAt")
                .asString();
    }

    private Http as(String subject) {
        return http().as(TestIssuer.tokenOf(subject, DISAI));
    }
}
