package org.graphsink.config;

/**
 * One thing that a configuration must keep to beyond the validity of each single setting.
 *
 * @param <C> what the rule has to know: {@link Submitted} for what can be judged while other settings are wrong, {@link
 *     Sound} for what can only be judged of the whole
 */
@FunctionalInterface
interface Rule<C> {

    void check(C config, Findings findings);
}
