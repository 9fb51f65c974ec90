package cn.yuanlin.admin.overview;

import cn.yuanlin.admin.audit.AuditEvent;
import java.util.List;
import java.util.Map;

/**
 * The figures of an area.
 *
 * @param estates how many estates are in which state; states without estates are missing
 * @param households units of the estates that are active or suspended
 * @param runsRunning onboarding runs at work
 * @param runsFailed onboarding runs that wait for somebody to retry or take back
 * @param recent the latest acts, newest first
 */
record Overview(
        int offices,
        Map<String, Integer> estates,
        long households,
        int runsRunning,
        int runsFailed,
        List<AuditEvent> recent) {}
