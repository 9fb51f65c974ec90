package cn.yuanlin.local;

/** The program behind {@code ./run}. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Yuanlin");
    }
}
