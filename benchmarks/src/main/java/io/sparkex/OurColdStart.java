package io.sparkex;

/**
 * A program that runs one count with sparkex.
 */
final class OurColdStart {

	private OurColdStart() {
	}

	/**
	 * Runs the count.
	 * @param args the connection string
	 */
	public static void main(String[] args) {
		long start = System.nanoTime();
		try (SparkSession spark = SparkSession.builder().url(args[0]).build()) {
			long count = spark.range(ColdStart.ROWS).count();
			System.out.println(new Sample(System.nanoTime() - start, count, 0).toLine());
		}
	}

}
