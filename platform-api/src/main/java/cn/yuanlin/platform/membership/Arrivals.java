package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.message.Audience;
import cn.yuanlin.platform.message.Cause;
import cn.yuanlin.platform.message.Channel;
import cn.yuanlin.platform.message.Messages;
import cn.yuanlin.platform.message.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whoever is bound to a unit already that somebody came in, or became its owner: the roll or the committee may be mistaken. */
@Component
class Arrivals {
    private static final Template JOINED = new Template(
            "membership.joined",
            "房屋有新成员",
            "有人以{as}身份绑定了您所在的房屋。如不认识对方，请在“我的房屋”中查看，并联系业委会。",
            "membership/units",
            Map.of("thing1", "您所在的房屋有新成员", "thing2", "{as}"),
            List.of(Channel.WECHAT, Channel.SMS));

    private final MembershipStore store;
    private final Messages messages;
    private final Ties ties;

    Arrivals(MembershipStore store, Messages messages, Ties ties) {
        this.store = store;
        this.messages = messages;
        this.ties = ties;
    }

    /**
     * In the transaction that saves the tie. The same rights as before are no news.
     *
     * @param before null for a new tie
     */
    void tell(@Nullable Membership before, Membership now) {
        var rights = now.standing().rights();
        if (rights == null || now.unit() == null) return;
        if (before != null && before.standing().rights() == rights) return;
        var household = store.accountsOf(now.unit(), now.subject(), ties.today());
        if (household.isEmpty()) return;
        messages.tell(
                new Cause("membership.joined-" + rights, now.id()),
                new Audience.Persons(household),
                JOINED,
                Map.of("as", as(now.relation(), rights)));
    }

    /** Who only says to be an owner is not called one. */
    private static String as(Relation relation, Rights rights) {
        if (rights == Rights.OWNER) return "业主";
        return switch (relation) {
            case FAMILY -> "家属";
            case TENANT -> "租户";
            case OWNER, GUEST -> "住户";
        };
    }
}
