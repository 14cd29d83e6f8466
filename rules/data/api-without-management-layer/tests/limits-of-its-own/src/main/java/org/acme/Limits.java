package org.acme;

public class Limits {
    void put(Chain chain) {
        chain.requestRateLimiter(100);
    }
}
