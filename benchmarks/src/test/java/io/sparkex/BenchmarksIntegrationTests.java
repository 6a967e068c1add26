package io.sparkex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.google.protobuf.CodedInputStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each benchmark runs. The measured times are meaningless.
 */
class BenchmarksIntegrationTests {

	@Test
	void bothClientsSendTheSamePlans() throws IOException {
		PlanBenchmark ours = new PlanBenchmark();
		OfficialPlanBenchmark official = new OfficialPlanBenchmark();
		try {
			assertThat(columns(ours.encodeWideSelect())).isEqualTo(columns(official.encodeWideSelect())).hasSize(1_000);
			assertThat(steps(ours.encodeWithColumnChain())).isEqualTo(steps(official.encodeWithColumnChain()))
				.hasSize(100);
		}
		finally {
			ours.close();
			official.close();
		}
	}

	private static List<String> columns(byte[] plan) throws IOException {
		return Plan.parseFrom(plan)
			.getRoot()
			.getProject()
			.getExpressionsList()
			.stream()
			.map((expression) -> name(expression.getAlias()))
			.toList();
	}

	private static List<String> steps(byte[] plan) throws IOException {
		// The plan is deeper than the chain is long.
		CodedInputStream input = CodedInputStream.newInstance(plan);
		input.setRecursionLimit(1_000);
		List<String> steps = new ArrayList<>();
		Relation relation = Plan.parseFrom(input).getRoot();
		while (relation.hasWithColumns()) {
			steps.add(name(relation.getWithColumns().getAliases(0)));
			relation = relation.getWithColumns().getInput();
		}
		return steps;
	}

	private static String name(Expression.Alias alias) {
		return alias.getName(0) + " = " + alias.getExpr().getUnresolvedFunction().getFunctionName();
	}

	@Test
	void everyBenchmarkRuns() throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include("io\\.sparkex\\..*")
			.forks(0)
			.warmupIterations(0)
			.measurementIterations(1)
			.measurementTime(TimeValue.milliseconds(50))
			.shouldFailOnError(true)
			.build()).run();
		assertThat(results).hasSize(8)
			.allSatisfy((result) -> assertThat(result.getPrimaryResult().getScore()).isPositive());
	}

}
