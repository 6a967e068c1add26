package io.sparkex;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.internal.arrow.TimestampVector;
import io.sparkex.internal.proto.Plan;

import static java.util.Objects.requireNonNull;

/**
 * The measures of sparkex and of the bare client, in one child JVM.
 */
final class OurClient {

	private final SparkSession spark;

	private final BareClient bare;

	private final DataFrame frame;

	private final Plan plan;

	private final DataFrame one;

	private final Plan onePlan;

	private final ChildArguments arguments;

	private final ReusableOutput output = new ReusableOutput();

	private OurClient(ChildArguments arguments) {
		this.arguments = arguments;
		this.spark = SparkSession.builder().url(arguments.url()).build();
		this.bare = new BareClient(arguments.url());
		this.frame = frame(this.spark, arguments.rows());
		this.plan = DataFrameInternals.plan(this.frame);
		this.one = this.spark.sql("select 1");
		this.onePlan = DataFrameInternals.plan(this.one);
	}

	static DataFrame frame(SparkSession spark, long rows) {
		return spark.range(0, rows, 1, Workload.PARTITIONS).selectExpr(Workload.columns());
	}

	/**
	 * Runs the measures that the parent requests.
	 * @param args {@link ChildArguments}
	 * @throws Exception if it fails
	 */
	public static void main(String[] args) throws Exception {
		OurClient client = new OurClient(ChildArguments.parse(args));
		MeasureLoop.run(client.measures());
		client.bare.close();
		client.spark.close();
	}

	private Map<String, Callable<Sample>> measures() {
		Map<String, Callable<Sample>> measures = new LinkedHashMap<>();
		measures.put("bare", () -> Sample.of(() -> this.bare.drain(this.plan)));
		measures.put("batches", () -> Sample.of(this::batches));
		measures.put("stream", () -> Sample.of(this::stream));
		measures.put("forEach", () -> Sample.of(this::forEach));
		measures.put("collect", () -> Sample.of(this.frame::collect, OurClient::readRows));
		measures.put("collectAndRead", () -> Sample.of(this::collectAndRead));
		measures.put("collectRecords",
				() -> Sample.of(this.frame.as(OrderLine.class)::collect, OurClient::readRecords));
		measures.put("writeArrow", () -> Sample.of(() -> written(this.frame::writeArrow),
				(out, tally) -> out.tallyArrow(this.frame.schema(), tally)));
		measures.put("writeNdjson",
				() -> Sample.of(() -> written(this.frame::writeNdjson), (out, tally) -> out.tallyLines(0, tally)));
		measures.put("writeCsv",
				() -> Sample.of(() -> written(this.frame::writeCsv), (out, tally) -> out.tallyLines(1, tally)));
		measures.put("bareSelect1", () -> Latency.median(this.arguments.calls(), () -> this.bare.call(this.onePlan)));
		measures.put("select1",
				() -> Latency.median(this.arguments.calls(), () -> this.one.as(Integer.class).single()));
		measures.put("bareCreateDataFrame", this::bareCreateDataFrame);
		measures.put("createDataFrame", this::createDataFrame);
		return measures;
	}

	private Tally batches() {
		Tally tally = new Tally();
		try (Stream<ColumnBatch> batches = this.frame.batches()) {
			batches.forEachOrdered((batch) -> readBatch(batch, tally));
		}
		return tally;
	}

	static void readBatch(ColumnBatch batch, Tally tally) {
		ColumnVector id = batch.column(0);
		ColumnVector amount = batch.column(1);
		ColumnVector name = batch.column(2);
		ColumnVector express = batch.column(3);
		TimestampVector at = (TimestampVector) batch.column(4);
		for (int row = 0; row < batch.rowCount(); row++) {
			tally.add(id.getLong(row), amount.getDouble(row), name.getString(row), express.getBoolean(row),
					at.getEpochMicros(row) / 1_000);
		}
	}

	private Tally stream() {
		Tally tally = new Tally();
		try (Stream<Row> rows = this.frame.stream()) {
			rows.forEachOrdered((row) -> read(row, tally));
		}
		return tally;
	}

	private Tally forEach() {
		Tally tally = new Tally();
		this.frame.as(OrderLine.class).forEach((line) -> read(line, tally));
		return tally;
	}

	private Tally collectAndRead() {
		Tally tally = new Tally();
		readRows(this.frame.collect(), tally);
		return tally;
	}

	private static void readRows(List<Row> rows, Tally tally) {
		rows.forEach((row) -> read(row, tally));
	}

	private static void readRecords(List<OrderLine> lines, Tally tally) {
		lines.forEach((line) -> read(line, tally));
	}

	private static void read(Row row, Tally tally) {
		tally.add(row.getLong(0), row.getDouble(1), requireNonNull(row.getString(2)), row.getBoolean(3),
				requireNonNull(row.getInstant(4)).toEpochMilli());
	}

	private static void read(OrderLine line, Tally tally) {
		tally.add(line.id(), line.amount(), line.name(), line.express(), line.at().toEpochMilli());
	}

	private ReusableOutput written(Consumer<OutputStream> format) {
		this.output.reset();
		format.accept(this.output);
		return this.output;
	}

	private List<Reading> readings() {
		return LongStream.range(0, this.arguments.localRows()).mapToObj(Reading::of).toList();
	}

	/**
	 * Sends a plan that was encoded before: the work of the server for any client.
	 */
	private Sample bareCreateDataFrame() throws Exception {
		Plan count = DataFrameInternals.plan(DataFrameInternals.inline(this.spark, readings()).groupBy().count());
		return Sample.of(() -> this.bare.call(count), (rows, tally) -> tally.addRows(rows));
	}

	private Sample createDataFrame() throws Exception {
		List<Reading> readings = readings();
		return Sample.of(() -> this.spark.createDataFrame(readings).count(), (count, tally) -> tally.addRows(count));
	}

}
