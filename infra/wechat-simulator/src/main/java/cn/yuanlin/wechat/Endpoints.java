package cn.yuanlin.wechat;

/** A group of paths that belong together. */
interface Endpoints {
    void addTo(Routes routes);
}
