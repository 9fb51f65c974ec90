package cn.yuanlin.gateway.session;

import java.time.Duration;

/** What Keycloak said about a session. */
sealed interface SessionOutcome {
    /**
     * @param expiresIn seconds from now
     * @param refreshToken good for one more renewal, the one before for none
     * @param refreshExpiresIn seconds from now
     */
    record Renewed(String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn)
            implements SessionOutcome {
        /** The same tokens, so much older. */
        Renewed after(Duration time) {
            return new Renewed(
                    accessToken,
                    Math.max(0, expiresIn - time.toSeconds()),
                    refreshToken,
                    Math.max(0, refreshExpiresIn - time.toSeconds()));
        }

        @Override
        public String toString() {
            return "Renewed[expiresIn=" + expiresIn + "]";
        }
    }

    /** It is over, or this token of it was used before. */
    record Ended() implements SessionOutcome {}

    record Away() implements SessionOutcome {}
}
