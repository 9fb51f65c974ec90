package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.FakeCell;
import cn.yuanlin.admin.support.TokenIssuer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request ends a person in every cell, or changes nothing at all; and cut off anywhere, it goes on. */
class AccountClosingTest extends CellTest {
    private final FakeCell other = new FakeCell();
    private UUID person;

    @BeforeEach
    void somebodyAndTwoCells() {
        owner.sql("update control.cell set estates = 0").update();
        addCell("o" + UUID.randomUUID().toString().substring(0, 8), other, 500);
        owner.sql("update control.cell set estates = 1 where url in (?, ?)")
                .params(cell.url(), other.url())
                .update();
        var username = "r-" + UUID.randomUUID().toString().substring(0, 12).replace("-", "x");
        person = keycloak.account(username);
        owner.sql("""
                        insert into control.resident_account (username, subject, phone_hash, created_at, phone_shown_at)
                        values (?, ?, ?, now(), now())
                        """).params(username, person, hashOf(person)).update();
    }

    @Test
    void endsThePersonInEveryCellAndInTheRealm() {
        assertThat(close().status()).isEqualTo(204);
        assertThat(cell.closed()).contains(person);
        assertThat(other.closed()).contains(person);
        assertThat(keycloak.knows(person)).isFalse();
    }

    @Test
    void whatHoldsThePersonInOneCellSparesThemInAll() {
        other.holdEverybody("甲小区", "您是业委会成员，请先辞任。");
        var answer = close();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/closing-hindered");
        assertThat(answer.json().path("detail").asString()).isEqualTo("甲小区：您是业委会成员，请先辞任。");
        assertNothingChanged();
    }

    @Test
    void whileACellCannotBeAskedNothingIsClosed() {
        other.goAway();
        assertThat(close().status()).isEqualTo(503);
        assertNothingChanged();
    }

    @Test
    void asksNoCellForWhoMayNotClose() {
        owner.sql("update control.resident_account set phone_shown_at = null where subject = ?")
                .param(person)
                .update();
        other.holdEverybody("甲小区", "您是业委会成员，请先辞任。");
        assertThat(close().json().path("type").asString()).isEqualTo("/problems/phone-proof-needed");
        assertThat(other.callsLike(".*people.*")).isZero();
    }

    @Test
    void cutOffBeforeTheRealmHeardItGoesOn() {
        keycloak.breakWhere(call -> call.startsWith("DELETE"));
        assertThat(close().status()).isEqualTo(204);
        assertThat(keycloak.knows(person)).isTrue();
        assertTheAccountOpensNothing();
        keycloak.comeBack();
        assertAllIsDoneInTheEnd();
    }

    @Test
    void cutOffBetweenTwoCellsItGoesOn() {
        other.breakWhere(call -> call.endsWith("/closing"));
        assertThat(close().status()).isEqualTo(204);
        assertThat(other.closed()).doesNotContain(person);
        assertTheAccountOpensNothing();
        other.breakWhere(call -> false);
        assertAllIsDoneInTheEnd();
    }

    @Test
    void aRefusalThatComesLateIsWaitedFor() {
        other.breakWhere(call -> call.endsWith("/closing"));
        assertThat(close().status()).isEqualTo(204);
        other.breakWhere(call -> false);
        other.holdEverybody("甲小区", "刚刚当选。");
        await().until(() -> {
            theOrderIsDue();
            return other.callsLike("POST .*" + person + "/closing") > 1;
        });
        other.holdNobody();
        assertAllIsDoneInTheEnd();
    }

    /** Else who answers first by a token that still lives would come into being again. */
    @Test
    void looksOnceMoreWhenTheLastTokenIsDead() {
        assertThat(close().status()).isEqualTo(204);
        assertThat(owner.sql("""
                                select extract(epoch from execution_time - now()) from control.scheduled_tasks
                                where task_name = 'account-closing' and task_instance = ?
                                """).param(person.toString()).query(Double.class).single())
                .isGreaterThan(Duration.ofMinutes(5).toSeconds());
    }

    private void assertNothingChanged() {
        assertThat(cell.closed()).doesNotContain(person);
        assertThat(other.closed()).doesNotContain(person);
        assertThat(keycloak.knows(person)).isTrue();
        assertThat(isOpen()).isTrue();
        assertThat(orders()).isZero();
    }

    /** Its phone is free for a new one meanwhile. */
    private void assertTheAccountOpensNothing() {
        assertThat(isOpen()).isFalse();
        assertThat(close().status()).isEqualTo(404);
    }

    private void assertAllIsDoneInTheEnd() {
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            theOrderIsDue();
            return orders() == 0;
        });
        assertThat(keycloak.knows(person)).isFalse();
        assertThat(cell.closed()).contains(person);
        assertThat(other.closed()).contains(person);
    }

    private boolean isOpen() {
        return owner.sql(
                        "select phone_hash is not null and closed_at is null from control.resident_account where subject = ?")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    private int orders() {
        return owner.sql("select count(*) from control.scheduled_tasks where task_instance = ?")
                .param(person.toString())
                .query(Integer.class)
                .single();
    }

    private void theOrderIsDue() {
        owner.sql("update control.scheduled_tasks set execution_time = now() where task_instance = ? and not picked")
                .param(person.toString())
                .update();
    }

    private Api.Answer close() {
        return api.as(TokenIssuer.subject(person).sign()).delete("/api/identity/me");
    }

    private static byte[] hashOf(UUID person) {
        return ByteBuffer.allocate(32)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }
}
