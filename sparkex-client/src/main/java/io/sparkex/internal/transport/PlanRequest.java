package io.sparkex.internal.transport;

import java.util.function.Supplier;

import io.sparkex.execution.Execution;
import io.sparkex.internal.proto.Plan;

/**
 * A plan to run.
 *
 * @param plan the plan
 * @param kind whether the plan may run twice
 * @param options the tags, timeout and listeners of the execution
 * @param planText returns the plan as text for listeners
 */
record PlanRequest(Plan plan, Execution.Kind kind, ExecutionOptions options, Supplier<String> planText) {

}
