package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.transport.ScriptedOperation.End;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for operations whose calls end in random ways.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReattachFuzzTests {

	private static final int RUNS = 3_000;

	private static final List<End> PASSING = List.of(End.OK, End.UNAVAILABLE, End.NEVER_ARRIVES, End.RESET,
			End.DISCONNECTED, End.BUSY);

	private final FakeServer server = new FakeServer();

	private final SparkConnectClient client = this.server.client("sc://localhost",
			(options) -> options.withRetryPolicy(RetryPolicy.defaults()
				.withBackoff(Duration.ofNanos(10_000), 2, Duration.ofNanos(50_000))
				.withBudget(Duration.ofSeconds(10))));

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@Test
	void deliversEachResponseOnceInOrder() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int run = 0; run < RUNS; run++) {
			int size = 1 + random.nextInt(12);
			ScriptedOperation operation = new ScriptedOperation(this.server, size);
			StringBuilder script = new StringBuilder();
			for (int step = random.nextInt(8); step > 0; step--) {
				End end = PASSING.get(random.nextInt(PASSING.size()));
				int after = random.nextBoolean() ? 0 : random.nextInt(size + 1);
				operation.then(end, after);
				script.append(end).append(" after ").append(after).append(", ");
			}
			String description = "seed " + seed + ", run " + run + ", " + size + " responses, " + script;
			try {
				assertThat(read()).as(description)
					.containsExactlyElementsOf(IntStream.range(0, size).mapToObj(Integer::toString).toList());
			}
			catch (RuntimeException ex) {
				throw new AssertionError(description + operation.calls(), ex);
			}
			assertThat(operation.begun()).as(description).isEqualTo(1);
		}
		assertThat(this.server.interrupts).isEmpty();
	}

	private List<String> read() {
		List<String> ids = new ArrayList<>();
		try (ResponseStream responses = this.client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
			for (ExecutePlanResponse next = responses.next(); next != null; next = responses.next()) {
				ids.add(next.getResponseId());
			}
		}
		return ids;
	}

}
