package cn.yuanlin.gateway.session;

/** What Keycloak said about a session. */
sealed interface SessionOutcome {
    /**
     * @param expiresIn seconds from now
     * @param refreshToken good for one more renewal, the one before for none
     * @param refreshExpiresIn seconds from now
     */
    record Renewed(String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn)
            implements SessionOutcome {
        @Override
        public String toString() {
            return "Renewed[expiresIn=" + expiresIn + "]";
        }
    }

    /** It is over, or this token of it was used before. */
    record Ended() implements SessionOutcome {}

    record Away() implements SessionOutcome {}
}
