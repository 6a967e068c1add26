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
	void hasForgottenOtherTests() {
		assertThat(this.fake.executions()).isEmpty();
	}

	@Test
	void mapsWhatTheFakeAnswers() {
		List<CityTrips> answer = List.of(new CityTrips("Oslo", 2));
		this.fake.whenSql(TripReport.BY_CITY).thenReturn(answer);
		assertThat(this.report.byCity("Rome")).isEqualTo(answer);
		assertThat(this.fake.lastExecution().named()).containsEntry("without", "Rome");
	}

	@Test
	void asksTheFakeAlone() {
		this.fake.whenSql(TripReport.BY_CITY).thenReturn(CityTrips.class, List.of());
		assertThat(this.report.byCity("Oslo")).isEmpty();
		assertThat(this.fake.executions()).extracting(FakeExecution::sql).containsExactly(TripReport.BY_CITY);
	}

	@Test
	void startsNoServer(@Autowired ApplicationContext context) {
		assertThat(context.getBeansOfType(EmbeddedSparkServer.class)).isEmpty();
		assertThat(context.getBeansOfType(TripViews.class)).isEmpty();
	}

}
