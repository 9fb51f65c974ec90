package cn.yuanlin.gateway.limit;

import org.springframework.stereotype.Component;

/** Counts the requests to each estate, so that one estate's rush leaves its cell to the others. */
@Component
public class EstateLimit {
    private final RateLimit estates;

    EstateLimit(LimitSettings settings) {
        this.estates = new RateLimit("estate", settings.estate(), settings.remembered());
    }

    /** @throws cn.yuanlin.gateway.problem.ProblemException 429 if the estate has had its share */
    public void take(String estateId) {
        estates.take(estateId);
    }
}
