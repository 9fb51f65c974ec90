package cn.yuanlin.admin.onboarding;

enum StepState {
    PENDING,
    /** Under way, or waiting to be tried again by itself. */
    RUNNING,
    DONE,
    /** Gave up; somebody decides. */
    FAILED,
    UNDONE
}
