package io.sparkex.boot.test.example;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with beans inside and outside of the slice.
 */
@SpringBootApplication
public class ExampleApplication {

}
