package io.sparkex.boot.test.example;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

import io.sparkex.boot.test.AutoConfigureFakeSpark;
import io.sparkex.boot.test.SparkexTest;
import io.sparkex.boot.test.example.TripReport.CityTrips;
import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.test.FakeExecution;
import io.sparkex.test.FakeSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexTest @SparkexTest} with
 * {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark}.
 */
@SparkexTest(includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TripReport.class),
		excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TripViews.class))
@AutoConfigureFakeSpark
class FakeSparkSliceTests {

	private final FakeSpark fake;

	private final TripReport report;

	FakeSparkSliceTests(@Autowired FakeSpark fake, @Autowired TripReport report) {
		this.fake = fake;
		this.report = report;
	}

	@BeforeEach
	void isResetAfterOtherTests() {
		assertThat(this.fake.executions()).isEmpty();
	}

	@Test
	void mapsStubbedResponse() {
		List<CityTrips> response = List.of(new CityTrips("Oslo", 2));
		this.fake.whenSql(TripReport.BY_CITY).thenReturn(response);
		assertThat(this.report.byCity("Rome")).isEqualTo(response);
		assertThat(this.fake.lastExecution().named()).containsEntry("without", "Rome");
	}

	@Test
	void recordsOnlyOwnExecutions() {
		this.fake.whenSql(TripReport.BY_CITY).thenReturn(CityTrips.class, List.of());
		assertThat(this.report.byCity("Oslo")).isEmpty();
		assertThat(this.fake.executions()).extracting(FakeExecution::sql).containsExactly(TripReport.BY_CITY);
	}

	@Test
	void doesNotStartServer(@Autowired ApplicationContext context) {
		assertThat(context.getBeansOfType(EmbeddedSparkServer.class)).isEmpty();
		assertThat(context.getBeansOfType(TripViews.class)).isEmpty();
	}

}
