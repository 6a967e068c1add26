package io.sparkex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.sparkex.mapping.RowMapper;
import io.sparkex.types.StructType;

/**
 * The rows of a frame, each made into an object.
 *
 * @param <T> the type of the objects
 */
final class MappedResults<T> implements Results<T> {

	private final DataFrame frame;

	private final Function<StructType, RowMapper<T>> compiler;

	MappedResults(DataFrame frame, Function<StructType, RowMapper<T>> compiler) {
		this.frame = frame;
		this.compiler = compiler;
	}

	@Override
	public Stream<T> stream() {
		BatchStream batches = this.frame.execute();
		return StreamSupport.stream(new ResultSpliterator<>(batches, this.compiler), false).onClose(batches::close);
	}

	@Override
	public List<T> collect() {
		List<T> rows = new ArrayList<>();
		try (BatchStream batches = this.frame.execute()) {
			new ResultSpliterator<>(batches, this.compiler).forEachRemaining(rows::add);
		}
		return Collections.unmodifiableList(rows);
	}

	@Override
	public List<T> take(int rows) {
		return new MappedResults<>(this.frame.limit(rows), this.compiler).collect();
	}

}
