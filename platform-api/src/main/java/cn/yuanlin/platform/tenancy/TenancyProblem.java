package cn.yuanlin.platform.tenancy;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.yuanlin.platform.shared.ProblemType;

/** What an estate as a whole can be refused for. */
public final class TenancyProblem {
    public static final ProblemType ESTATE_NOT_FOUND =
            new ProblemType("estate-not-found", NOT_FOUND, "没有找到这个小区", "没有找到这个小区，请检查网址。");
    public static final ProblemType ESTATE_SUSPENDED =
            new ProblemType("estate-suspended", CONFLICT, "小区已暂停", "小区已暂停服务，目前只能查看，不能修改。");
    public static final ProblemType ESTATE_UPGRADING =
            new ProblemType("estate-upgrading", SERVICE_UNAVAILABLE, "小区正在升级", "小区数据正在升级，请稍后再试。");
    public static final ProblemType ESTATE_BUSY =
            new ProblemType("estate-busy", SERVICE_UNAVAILABLE, "访问人数较多", "当前访问人数较多，请稍后再试。");

    private TenancyProblem() {}
}
