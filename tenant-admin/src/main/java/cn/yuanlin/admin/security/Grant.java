package cn.yuanlin.admin.security;

/** Who an endpoint is for. */
public enum Grant {
    /** Everybody, without a token, with the same answer; listed in the reviewed list of public endpoints. */
    PUBLIC,
    /** Realm role {@code platform-admin}; acts everywhere. */
    PLATFORM_ADMIN,
    /** Active staff of an office, for the offices of their {@link Area}; includes nobody else. */
    OFFICE,
    /** Whoever is signed in, about what their own token names and nothing else; no office is needed. */
    SIGNED_IN,
    /** The gateway's service account, realm role {@code route-reader}. */
    ROUTE_READER,
    /** platform-api's service account, realm role {@code people-reader}: a resident's verified phone and estates, by subject. */
    PEOPLE_READER
}
