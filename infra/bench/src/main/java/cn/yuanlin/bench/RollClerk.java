package cn.yuanlin.bench;

import cn.yuanlin.local.RealmAdmin;
import java.util.List;

/** Somebody of the committee in every estate that is measured. */
record RollClerk(RealmAdmin realm, String subject) {
    private static final String NAME = "bench-committee";
    private static final String PASSWORD = "bench-committee-password";

    static RollClerk employed(TestBed bed) {
        var realm = bed.platform().keycloak().admin();
        return new RollClerk(realm, realm.createUser(NAME, "测试业委会", PASSWORD, List.of(), List.of()));
    }

    void join(BenchEstate estate) {
        realm.addMember(realm.createOrganization(estate.id().toString(), estate.slug()), subject);
    }

    String signIn() {
        return realm.userToken(NAME, PASSWORD, "openid organization:*");
    }
}
