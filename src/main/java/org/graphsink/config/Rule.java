package org.graphsink.config;

/** One thing that a configuration must keep to beyond the validity of each single setting. */
@FunctionalInterface
interface Rule {

    void check(Submitted config, Findings findings);
}
